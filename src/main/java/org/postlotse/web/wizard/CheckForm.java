package org.postlotse.web.wizard;

import java.util.Optional;
import org.postlotse.probe.Secret;
import org.postlotse.web.TypedForm;

/**
 * The check's form as it arrives; the body is wiped when it has been read.
 *
 * @param mailbox as typed
 * @param loginName as typed
 * @param password empty when nothing was typed
 */
record CheckForm(Optional<String> mailbox, Optional<String> loginName, Optional<Secret> password) {

    static CheckForm read(byte[] body) {
        try (var form = new TypedForm(body)) {
            return new CheckForm(
                    form.text("mailbox"),
                    form.text("login-name").filter(name -> !name.isBlank()),
                    form.secret("password").map(Secret::of));
        }
    }
}
