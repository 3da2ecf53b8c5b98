package org.postlotse.catalogue;

/**
 * One thing that is wrong in the configuration.
 *
 * @param key the whole key, {@code postlotse.servers[1].port}
 * @param right what is wrong and what would be right, one sentence
 */
public record Fault(String key, String right) {
    @Override
    public String toString() {
        return key + ": " + right;
    }
}
