package org.postlotse.probe;

import java.util.List;

/**
 * What was seen of a server's TLS, whether it was accepted or not. Nothing of it is proven unless the verdict is sound.
 *
 * @param protocol the version that was agreed on, {@code TLSv1.3}
 * @param cipher the cipher suite's name
 * @param nameFits whether the server's own certificate is for its host (RFC 9525)
 * @param chain what the server sent, its own certificate first, ten at most
 */
public record Encryption(String protocol, String cipher, boolean nameFits, List<ChainLink> chain) {
    private static final int MOST_LINKS = 10;

    public Encryption {
        chain = chain.stream().limit(MOST_LINKS).toList();
    }
}
