package org.postlotse.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Pages are always asked for afresh, and those with something personal in them are kept nowhere. */
final class PageHeaders {
    @ServerResponseFilter
    public void keepFresh(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) return;
        var path = request.getUriInfo().getPath();
        boolean personal = path.contains("/s/") || path.contains("/desk");
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, personal ? "no-store" : "no-cache");
    }
}
