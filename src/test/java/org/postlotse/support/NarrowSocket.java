package org.postlotse.support;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** A connection that lets so many octets out and then no more; it stays open for whoever has it otherwise. */
final class NarrowSocket extends Socket {
    private final Socket wide;
    private final int octets;

    NarrowSocket(Socket wide, int octets) {
        this.wide = wide;
        this.octets = octets;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return wide.getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(wide.getOutputStream()) {
            private int left = octets;

            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                int count = Math.min(left, length);
                out.write(from, offset, count);
                out.flush();
                left -= count;
                if (count < length) throw new IOException("cut");
            }
        };
    }

    @Override
    public boolean isConnected() {
        return wide.isConnected();
    }

    @Override
    public InetAddress getInetAddress() {
        return wide.getInetAddress();
    }

    /** Closes what the JDK made of this one itself, when it was asked for what is not here; the other is still needed. */
    @Override
    public void close() throws IOException {
        super.close();
    }
}
