package org.postlotse.web.wizard;

import java.util.Optional;
import org.postlotse.probe.Secret;
import org.postlotse.web.TypedForm;

/**
 * The check's form as it arrives; the body is wiped when it has been read.
 *
 * @param mailbox as typed
 * @param loginName as typed
 * @param token what the page's hidden field says; empty for browsers that need none
 * @param password empty when nothing was typed
 */
record CheckForm(
        Optional<String> mailbox, Optional<String> loginName, Optional<String> token, Optional<Secret> password) {

    static CheckForm read(byte[] body) {
        try (var form = new TypedForm(body)) {
            return new CheckForm(
                    form.text("mailbox"),
                    form.text("login-name").filter(name -> !name.isBlank()),
                    form.text("token").filter(token -> !token.isEmpty()),
                    form.secret("password").map(Secret::of));
        }
    }
}
