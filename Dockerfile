# The server, and with another command the agent of a site. Built in one stage, run from a smaller one.
FROM node:24-bookworm-slim AS build
WORKDIR /allmende
COPY . .
RUN npm ci && node tools/build.mjs && npm prune --omit=dev

FROM node:24-bookworm-slim
# bubblewrap: the sandbox of the local engine, for agents.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends bubblewrap \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /allmende
COPY --from=build --chown=root:root /allmende/package.json ./package.json
COPY --from=build --chown=root:root /allmende/node_modules ./node_modules
COPY --from=build --chown=root:root /allmende/packages ./packages
COPY --from=build --chown=root:root /allmende/examples ./examples
COPY --from=build --chown=root:root /allmende/dist ./dist
RUN mkdir /data && chown node:node /data
USER node
ENV ALLMENDE_DATA=/data ALLMENDE_HOST=0.0.0.0 ALLMENDE_PORT=8080
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "--heap-growing-percent=40", "--enable-source-maps", "dist/server/main.js", "--empty"]
