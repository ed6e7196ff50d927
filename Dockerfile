# The oldest supported Python, so that the image is also the proof that it is enough.
ARG PYTHON_VERSION=3.11

FROM python:${PYTHON_VERSION}-slim AS build
WORKDIR /src
COPY requirements-build.lock requirements.lock ./
# Two environments: the tools that build stay behind, the one that runs has no pip.
RUN --mount=type=cache,target=/root/.cache/pip \
    python3 -m venv /opt/build \
    && /opt/build/bin/pip install --require-hashes --only-binary :all: -r requirements-build.lock \
    && python3 -m venv --without-pip /opt/dragoman \
    && /opt/build/bin/pip --python /opt/dragoman/bin/python install \
        --require-hashes --only-binary :all: -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY app app
COPY migrations migrations
RUN /opt/build/bin/pip wheel --no-deps --no-build-isolation --no-index --wheel-dir /wheel . \
    && /opt/build/bin/pip --python /opt/dragoman/bin/python install --no-deps --no-index /wheel/*.whl

FROM python:${PYTHON_VERSION}-slim
LABEL org.opencontainers.image.title="dragoman" \
      org.opencontainers.image.description="Serves multilingual news over HTTP, each reader in the best language there is" \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.licenses="MIT"
# A numeric user: an orchestrator can tell that it is not root without reading the image's /etc/passwd.
RUN groupadd --gid 10001 dragoman \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin dragoman \
    && install --directory --owner=10001 --group=10001 --mode=0750 /data
COPY --from=build /opt/dragoman /opt/dragoman
COPY data /usr/share/dragoman/data
# Settings and not arguments, so that `dragoman healthcheck` follows the same port as `dragoman serve`.
ENV PATH=/opt/dragoman/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DRAGOMAN_DATABASE_URL=sqlite:////data/dragoman.db \
    DRAGOMAN_HOST=0.0.0.0 \
    DRAGOMAN_PORT=8000
# Where `dragoman import data` finds the project's own articles.
WORKDIR /usr/share/dragoman
USER 10001:10001
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 CMD ["dragoman", "healthcheck"]
# Exec form and no init: the server is process 1, receives SIGTERM itself, drains and ends with 0.
ENTRYPOINT ["dragoman"]
CMD ["serve"]
