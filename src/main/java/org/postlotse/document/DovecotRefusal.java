package org.postlotse.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import org.postlotse.catalogue.Protocol;
import org.postlotse.document.ServerTexts.ServerFile;

/**
 * Dovecot's words for log-ins without encryption. Its own ({@code disable_plaintext_auth}) can not be changed; the reason of
 * a log-in that a passdb closes can. The passdb looks for a file that is called like the service; within TLS its name has
 * {@code secured} before it, and no such file is there. Each log-in looks anew: what is moved away speaks no more.
 */
final class DovecotRefusal {
    private static final String TEXTS = "/etc/dovecot/plaintext-refused/texts/";

    /** RFC 3206: a permanent trouble, and none of name and password, for which programs would ask again. */
    private static final String POP3_CODE = "[SYS/PERM] ";

    static final String PASSDB = """
            # Has to be read before every other passdb; the name of this file sees to it.
            # Programs can only read the answer if they may try: their log-in is answered and never let in.
            disable_plaintext_auth = no
            passdb {
              driver = dict
              args = /etc/dovecot/plaintext-refused.conf.ext
            }
            """;

    static final String TABLE = """
            uri = fs:posix:prefix=/etc/dovecot/plaintext-refused/
            key refusal {
              key = texts/%c%s
              format = json
            }
            passdb_objects = refusal
            """;

    private DovecotRefusal() {}

    static ServerFile text(Protocol protocol, String words) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("nopassword", "y");
        fields.put("nologin", "y");
        fields.put("reason", (protocol == Protocol.POP3 ? POP3_CODE : "") + words);
        try {
            return new ServerFile(TEXTS + protocol.key(), new ObjectMapper().writeValueAsString(fields) + "\n");
        } catch (JsonProcessingException neverOfText) {
            throw new UncheckedIOException(neverOfText);
        }
    }
}
