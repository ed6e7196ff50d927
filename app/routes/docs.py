"""The documentation page, with no request to another host."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import fastapi_swagger
from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles

ASSETS = "/docs/assets"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

CACHE_CONTROL = "max-age=300"
"""The same for every reader until another version is installed."""

router = APIRouter(include_in_schema=False)

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


@router.get("/docs")
async def read_docs() -> Response:
    headers = {"Content-Language": "en", "Content-Security-Policy": POLICY, "Cache-Control": CACHE_CONTROL}
    return Response(_PAGE, media_type="text/html", headers=headers)


@router.get("/docs/start.js")
async def read_start() -> Response:
    return Response(_START, media_type="text/javascript", headers={"Cache-Control": CACHE_CONTROL})


@router.get("/openapi.json")
async def read_openapi(request: Request) -> Response:
    return JSONResponse(request.app.openapi(), headers={"Cache-Control": CACHE_CONTROL})


class Assets(StaticFiles):
    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = CACHE_CONTROL
        return response


def install_docs(app: FastAPI) -> None:
    app.include_router(router)
    assets = Path(str(files(fastapi_swagger) / "resources"))
    app.mount(ASSETS, Assets(directory=assets), name="docs-assets")
