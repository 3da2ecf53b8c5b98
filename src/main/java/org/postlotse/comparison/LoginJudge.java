package org.postlotse.comparison;

import java.util.Optional;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Server;
import org.postlotse.comparison.Judgement.Reason;

/** Judges what a program has chosen from lists: encryption and login method. */
final class LoginJudge {
    private LoginJudge() {}

    static Judgement security(Optional<PresentSecurity> now, Server server) {
        if (now.isEmpty()) return new Judgement.Untold();
        return now.get().is(server.security())
                ? new Judgement.Right()
                : new Judgement.Change(
                        switch (now.get()) {
                            case NONE -> Reason.SECURITY_NONE;
                            case IF_AVAILABLE -> Reason.SECURITY_IF_AVAILABLE;
                            case AUTOMATIC -> Reason.SECURITY_AUTOMATIC;
                            case STARTTLS, TLS ->
                                server.security() == ConnectionSecurity.TLS
                                        ? Reason.SECURITY_STARTTLS_ON_TLS_PORT
                                        : Reason.SECURITY_TLS_ON_STARTTLS_PORT;
                        });
    }

    static Judgement method(Optional<PresentMethod> now) {
        if (now.isEmpty()) return new Judgement.Untold();
        return switch (now.get()) {
            case PASSWORD -> new Judgement.Right();
            case ENCRYPTED_PASSWORD -> new Judgement.Change(Reason.METHOD_ENCRYPTED_PASSWORD);
            case NTLM -> new Judgement.Change(Reason.METHOD_NTLM);
            case KERBEROS -> new Judgement.Change(Reason.METHOD_KERBEROS);
            case OAUTH2 -> new Judgement.Change(Reason.METHOD_OAUTH2);
            case NONE -> new Judgement.Change(Reason.METHOD_NONE);
        };
    }
}
