package org.postlotse.guide;

import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.LoginName;
import org.postlotse.catalogue.Server;

/** What stands for each placeholder: the values of one customer. */
record Values(Filling filling, Wording wording) {
    /** What people read or copy; words where the customer's own value is not known. */
    Piece of(Placeholder placeholder) {
        var incoming = filling.incomingServer();
        var outgoing = filling.outgoingServer();
        var provider = filling.offer().provider();
        return switch (placeholder) {
            case INCOMING_PROTOCOL -> new Piece.Words(filling.incoming().displayName());
            case INCOMING_HOST -> host(incoming);
            case INCOMING_PORT -> port(incoming);
            case INCOMING_SECURITY -> security(incoming.security());
            case OUTGOING_HOST -> host(outgoing);
            case OUTGOING_PORT -> port(outgoing);
            case OUTGOING_SECURITY -> security(outgoing.security());
            case LOGIN -> login();
            case MAILBOX -> mailbox();
            case NAME -> new Piece.Words(wording.say(Word.YOUR_NAME));
            case PASSWORD -> new Piece.Words(wording.say(Word.YOUR_PASSWORD));
            case HOSTER -> new Piece.Value(provider.name());
            case PHONE -> new Piece.Value(provider.phone());
            case HOURS -> new Piece.Words(provider.hours().in(filling.page()));
            case WEBMAIL -> new Piece.Value(typed(provider.webmail().toString()));
        };
    }

    /** How it is spelt in a label's key. */
    String spelling(Placeholder placeholder) {
        return switch (placeholder) {
            case INCOMING_PROTOCOL -> filling.incoming().key();
            case INCOMING_SECURITY -> filling.incomingServer().security().key();
            case OUTGOING_SECURITY -> filling.outgoingServer().security().key();
            case INCOMING_HOST,
                    INCOMING_PORT,
                    OUTGOING_HOST,
                    OUTGOING_PORT,
                    LOGIN,
                    MAILBOX,
                    NAME,
                    PASSWORD,
                    HOSTER,
                    PHONE,
                    HOURS,
                    WEBMAIL -> throw new IllegalStateException(placeholder + " is no part of a key");
        };
    }

    private Piece login() {
        var loginName = filling.offer().loginName();
        return filling.mailbox()
                .<Piece>map(address -> new Piece.Value(filling.offer().login(address)))
                .orElseGet(() -> new Piece.Words(
                        wording.say(loginName == LoginName.ADDRESS ? Word.WHOLE_ADDRESS : Word.LOCAL_PART)));
    }

    private Piece mailbox() {
        return filling.mailbox()
                .<Piece>map(address -> new Piece.Value(address.display()))
                .orElseGet(() -> new Piece.Words(wording.say(Word.WHOLE_ADDRESS)));
    }

    private static Piece host(Server server) {
        return new Piece.Value(server.host().name());
    }

    private static Piece port(Server server) {
        return new Piece.Value(server.port().toString());
    }

    private static Piece security(ConnectionSecurity security) {
        return new Piece.Value(security.displayName());
    }

    /** An address as people type it: browsers add https by themselves. */
    private static String typed(String url) {
        var bare = url.startsWith("https://") ? url.substring("https://".length()) : url;
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
