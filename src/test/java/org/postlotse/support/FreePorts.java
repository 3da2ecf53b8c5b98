package org.postlotse.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * TCP ports on loopback that nobody listened on a moment ago. They lie below those that the system gives to outgoing
 * connections (32768 and above on Linux), so that none of these slips in between.
 */
public final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int END = 32_000;

    private FreePorts() {}

    /** So many of them, all different. */
    public static List<Integer> take(int count) {
        return ThreadLocalRandom.current()
                .ints(FIRST, END)
                .distinct()
                .filter(FreePorts::isFree)
                .limit(count)
                .boxed()
                .toList();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
