# Postlotse on the JVM. Builds from this directory alone: docker build -t postlotse .
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY . .
RUN ./mvnw -B -q -DskipTests package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --create-home --home-dir /postlotse postlotse
USER 10001
WORKDIR /postlotse
COPY --from=build --chown=10001 /build/target/quarkus-app/ ./
RUN mkdir config data
# One short run with an example configuration teaches the JVM what to keep ready (JEP 483, JEP 514).
RUN --mount=type=bind,from=build,source=/build/src/docs/example,target=/postlotse/config \
    java -XX:AOTCacheOutput=postlotse.aot -jar quarkus-run.jar config > /dev/null
# the hoster's settings, and the embedded database where it is used
VOLUME ["/postlotse/config", "/postlotse/data"]
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9000 && printf 'GET /q/health/live HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "-XX:AOTCache=postlotse.aot", "-XX:MaxRAMPercentage=60", "-jar", "quarkus-run.jar"]
CMD ["serve"]
