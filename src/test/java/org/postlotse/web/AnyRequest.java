package org.postlotse.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SocketAddress;
import java.lang.reflect.Proxy;

/**
 * A request over HTTP/1.1, as far as it is asked who sends it and for which host.
 *
 * @param from the address of the connection
 */
record AnyRequest(String from, String target, MultiMap headers) {
    static AnyRequest from(String address) {
        return new AnyRequest(address, "/", MultiMap.caseInsensitiveMultiMap());
    }

    AnyRequest to(String uri) {
        return new AnyRequest(from, uri, headers);
    }

    AnyRequest with(String name, String value) {
        headers.add(name, value);
        return this;
    }

    HttpServerRequest asVertx() {
        return (HttpServerRequest) Proxy.newProxyInstance(
                AnyRequest.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "headers" -> headers;
                    case "uri" -> target;
                    case "version" -> HttpVersion.HTTP_1_1;
                    case "remoteAddress" -> SocketAddress.inetSocketAddress(4711, from);
                    default -> throw new AssertionError("nobody should ask for " + method);
                });
    }
}
