"""The documentation page, with no request to another host."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import fastapi_swagger
from fastapi import APIRouter, Depends, FastAPI, Request, Response
from fastapi.staticfiles import StaticFiles

from app.routes.media_types import JSON
from app.routes.responses import Said, exact_address, respond_with

ASSETS = "/docs/assets"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

CACHE_CONTROL = "max-age=300"
"""The same for every reader until another version is installed."""

router = APIRouter(include_in_schema=False)

_SAID: Said = {"languages": ["en"], "lifetime": CACHE_CONTROL}

_PAGE = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Dragoman: the API</title>
<link rel="icon" href="{ASSETS}/favicon-32x32.png">
<link rel="stylesheet" href="{ASSETS}/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="{ASSETS}/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
"""

_START = """SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: null,
});
"""


@router.get("/docs", dependencies=[Depends(exact_address)])
def read_docs(request: Request) -> Response:
    return respond_with(
        request,
        _PAGE.encode(),
        "text/html; charset=utf-8",
        languages=["en"],
        lifetime=CACHE_CONTROL,
        policy=POLICY,
    )


@router.get("/docs/start.js", dependencies=[Depends(exact_address)])
def read_start(request: Request) -> Response:
    return respond_with(request, _START.encode(), "text/javascript; charset=utf-8", **_SAID)


@router.get("/openapi.json", dependencies=[Depends(exact_address)])
def read_openapi(request: Request) -> Response:
    body = json.dumps(request.app.openapi(), ensure_ascii=False, separators=(",", ":"))
    return respond_with(request, body.encode(), JSON, **_SAID)


class Assets(StaticFiles):
    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = CACHE_CONTROL
        return response


def install_docs(app: FastAPI) -> None:
    app.include_router(router)
    assets = Path(str(files(fastapi_swagger) / "resources"))
    app.mount(ASSETS, Assets(directory=assets), name="docs-assets")
