package org.postlotse.support;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * A resolver on loopback, over UDP and TCP, that knows what is written into it as a zone file would have it. It can be
 * silent about a name, fail, cut its answers and leave aliases to whoever asks; it remembers what it was asked.
 */
public final class DnsServer implements AutoCloseable {
    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final int port;
    private final List<Record> records = new CopyOnWriteArrayList<>();
    private final Map<Name, Integer> failing = new ConcurrentHashMap<>();
    private final Set<Name> silent = ConcurrentHashMap.newKeySet();
    private final Set<Name> cut = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean lazy;

    private DnsServer(DatagramSocket udp, ServerSocket tcp) {
        this.udp = udp;
        this.tcp = tcp;
        this.port = tcp.getLocalPort(); // a closed socket forgets it
    }

    /** Listens until it is closed. */
    public static DnsServer start() {
        try {
            var loopback = InetAddress.getByName("127.0.0.1");
            while (true) {
                var udp = new DatagramSocket(0, loopback);
                try {
                    var server = new DnsServer(udp, new ServerSocket(udp.getLocalPort(), 20, loopback));
                    Thread.ofVirtual().name("dns-udp").start(server::datagrams);
                    Thread.ofVirtual().name("dns-tcp").start(server::connections);
                    return server;
                } catch (java.net.BindException taken) {
                    udp.close();
                }
            }
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** Adds records as in a zone file, all names in full: {@code customer.test. 300 IN MX 10 mx.example.test.} */
    public DnsServer with(String zone) {
        try (var reader = new Master(
                new java.io.ByteArrayInputStream(zone.getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                Name.root,
                300)) {
            for (Record next = reader.nextRecord(); next != null; next = reader.nextRecord()) records.add(next);
            return this;
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** Forgets all records and misbehaviour. */
    public DnsServer blank() {
        records.clear();
        failing.clear();
        silent.clear();
        cut.clear();
        return this;
    }

    public DnsServer failing(String name, int code) {
        failing.put(Name.fromConstantString(name), code);
        return this;
    }

    public DnsServer silentAbout(String name) {
        silent.add(Name.fromConstantString(name));
        return this;
    }

    /** Over UDP it says of this name only that there is more. */
    public DnsServer cutting(String name) {
        cut.add(Name.fromConstantString(name));
        return this;
    }

    /** It does not follow aliases. */
    public DnsServer lazy() {
        lazy = true;
        return this;
    }

    /** Address and port, {@code 127.0.0.1:5353}. */
    public String address() {
        return "127.0.0.1:" + port();
    }

    public int port() {
        return port;
    }

    /** The questions so far: {@code udp customer.test. MX}. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void datagrams() {
        var buffer = new byte[4096];
        while (!udp.isClosed()) {
            try {
                var packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                var question = new Message(java.util.Arrays.copyOf(buffer, packet.getLength()));
                var answer = answer("udp", question);
                if (answer.isEmpty()) continue;
                var octets = answer.get().toWire();
                udp.send(new DatagramPacket(
                        octets, octets.length, new InetSocketAddress(packet.getAddress(), packet.getPort())));
            } catch (IOException closedOrNonsense) {
                if (udp.isClosed()) return;
            }
        }
    }

    private void connections() {
        while (!tcp.isClosed()) {
            try {
                var socket = tcp.accept();
                Thread.ofVirtual().name("dns-connection").start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            var out = new DataOutputStream(socket.getOutputStream());
            while (true) {
                var answer = answer("tcp", new Message(in.readNBytes(in.readUnsignedShort())));
                if (answer.isEmpty()) return;
                var octets = answer.get().toWire();
                out.writeShort(octets.length);
                out.write(octets);
                out.flush();
            }
        } catch (IOException gone) {
            return;
        }
    }

    private java.util.Optional<Message> answer(String transport, Message query) {
        var question = query.getQuestion();
        asked.add(transport + " " + question.getName() + " " + Type.string(question.getType()));
        if (silent.contains(question.getName())) return java.util.Optional.empty();
        var answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(question, Section.QUESTION);
        if (failing.containsKey(question.getName())) answer.getHeader().setRcode(failing.get(question.getName()));
        else if (transport.equals("udp") && cut.contains(question.getName()))
            answer.getHeader().setFlag(Flags.TC);
        else fill(answer, question.getName(), question.getType());
        return java.util.Optional.of(answer);
    }

    private void fill(Message answer, Name asked, int type) {
        var at = asked;
        for (int hop = 0; hop < 12; hop++) {
            var name = at;
            var found = of(name).filter(each -> each.getType() == type).toList();
            found.forEach(each -> answer.addRecord(each, Section.ANSWER));
            if (!found.isEmpty()) return;
            var alias = of(name).filter(CNAMERecord.class::isInstance).findFirst();
            if (alias.isEmpty()) {
                deny(answer, name);
                return;
            }
            answer.addRecord(alias.get(), Section.ANSWER);
            if (lazy) return;
            at = ((CNAMERecord) alias.get()).getTarget();
        }
    }

    private void deny(Message answer, Name name) {
        if (records.stream().noneMatch(each -> each.getName().subdomain(name)))
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        records.stream()
                .filter(SOARecord.class::isInstance)
                .filter(zone -> name.subdomain(zone.getName()))
                .max(java.util.Comparator.comparingInt(zone -> zone.getName().labels()))
                .ifPresent(zone -> answer.addRecord(zone, Section.AUTHORITY));
    }

    private Stream<Record> of(Name name) {
        return records.stream().filter(each -> each.getName().equals(name) && each.getDClass() == DClass.IN);
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
