package org.postlotse.web;

import java.net.InetAddress;

/**
 * One request of a person, as far as pages care.
 *
 * @param frame of the page to answer with
 * @param userAgent what the browser says of itself; empty when it says nothing
 * @param network where the request comes from, as told by trusted proxies
 */
public record Visit(Frame frame, String userAgent, InetAddress network) {}
