package org.postlotse.web.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.postlotse.probe.Secret;

/**
 * A request as it arrives. The body is wiped when it has been read.
 *
 * @param mailbox as typed
 * @param loginName as typed, where it was
 * @param password of the mailbox; the caller closes it
 * @param customer the customer's own address, by which the limits count; the asking machine's where it is not told
 */
record CheckRequest(
        Optional<String> mailbox,
        Optional<String> loginName,
        Optional<Secret> password,
        Optional<InetAddress> customer) {
    /** Its buffers are nobody else's afterwards, and small enough to be thrown away. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    /** The fields, as programmers are told them. */
    @Schema(name = "CheckRequest")
    record Fields(
            @Schema(description = "The whole address.", examples = "erika@example.org", required = true)
            String mailbox,

            @Schema(description = "The mailbox' password.", format = "password", required = true)
            String password,

            @Schema(description = "The user name, where it is not what the offer says.")
            Optional<String> loginName,

            @Schema(description = "The customer's own IP address: limits count by it.", examples = "203.0.113.20")
            Optional<String> customerAddress) {}

    /** Why a body is none of ours. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    static CheckRequest read(byte[] body) throws Unreadable {
        var reader = new Reader();
        try (var parser = JSON.createParser(body)) {
            return reader.read(parser);
        } catch (IOException notJson) {
            reader.close();
            throw new Unreadable("The body is no JSON object of the described form.");
        } catch (Unreadable wrong) {
            reader.close();
            throw wrong;
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    private static final class Reader {
        private Optional<String> mailbox = Optional.empty();
        private Optional<String> loginName = Optional.empty();
        private Optional<Secret> password = Optional.empty();
        private Optional<InetAddress> customer = Optional.empty();

        CheckRequest read(JsonParser parser) throws IOException, Unreadable {
            if (parser.nextToken() != JsonToken.START_OBJECT) throw new Unreadable("The body is no JSON object.");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_NULL) continue;
                if (parser.currentToken() != JsonToken.VALUE_STRING)
                    throw new Unreadable(quoted(name) + " is no text.");
                field(name, parser);
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null)
                throw new Unreadable("There is something behind the JSON object.");
            return new CheckRequest(mailbox, loginName, password, customer);
        }

        private void field(String name, JsonParser parser) throws IOException, Unreadable {
            switch (name) {
                case "mailbox" -> mailbox = Optional.of(parser.getText());
                case "loginName" -> loginName = Optional.of(parser.getText()).filter(text -> !text.isBlank());
                case "password" -> {
                    close();
                    password = secret(parser);
                }
                case "customerAddress" -> customer = Optional.of(address(parser.getText()));
                default -> throw new Unreadable("There is no field " + quoted(name) + ".");
            }
        }

        /** From the parser's own letters, which are wiped. */
        private static Optional<Secret> secret(JsonParser parser) throws IOException {
            var letters = parser.getTextCharacters();
            int from = parser.getTextOffset();
            int to = from + parser.getTextLength();
            var exact = Arrays.copyOfRange(letters, from, to);
            Arrays.fill(letters, from, to, '\0');
            return exact.length == 0 ? Optional.empty() : Optional.of(Secret.of(exact));
        }

        private static InetAddress address(String text) throws Unreadable {
            try {
                return InetAddress.ofLiteral(text.strip());
            } catch (IllegalArgumentException none) {
                throw new Unreadable("“customerAddress” is no IP address.");
            }
        }

        private static String quoted(String name) {
            var shown = name.length() > 32 ? name.substring(0, 32) + "…" : name;
            return "“" + shown.replaceAll("[^A-Za-z0-9_…-]", "?") + "”";
        }

        void close() {
            password.ifPresent(Secret::close);
        }
    }
}
