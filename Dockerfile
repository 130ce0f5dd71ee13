# The binary and nothing else. It needs a go command, so this is to copy from: docs/ci.md shows how.
FROM scratch
ARG TARGETPLATFORM
COPY $TARGETPLATFORM/transportlint /transportlint
ENTRYPOINT ["/transportlint"]
