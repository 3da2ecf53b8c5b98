package org.postlotse.document;

import java.net.URI;

/**
 * It is answered elsewhere only.
 *
 * @param where whole and by https: Delta Chat 2.57.0 (2026-08) follows no address that begins with a slash
 */
public record Moved(URI where) implements Answer {}
