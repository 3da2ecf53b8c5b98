package org.postlotse.campaign.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.postlotse.campaign.CaseState;
import org.postlotse.campaign.Cases;

/**
 * What a receiver reads of a change. Id and body are always the same for the same change.
 *
 * @param id by which a receiver knows that it has it already
 * @param body JSON
 */
record Message(String id, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Message of(Cases.Change change) {
        var data = new LinkedHashMap<String, Object>();
        data.put("number", change.number());
        data.put("mailbox", change.mailbox().normalised());
        data.put("weakness", change.weakness());
        data.put("from", change.from().map(CaseState::key).orElse(null));
        data.put("to", change.to().key());
        var whole = new LinkedHashMap<String, Object>();
        whole.put("type", change.from().isPresent() ? "case.changed" : "case.opened");
        whole.put("timestamp", change.at().toString());
        whole.put("data", data);
        try {
            var body = JSON.writeValueAsString(whole);
            // of the content, not of the number alone: a database that is set up anew counts from one again
            var id = UUID.nameUUIDFromBytes(body.getBytes(StandardCharsets.UTF_8));
            return new Message("case_" + id, body);
        } catch (JsonProcessingException neverOfText) {
            throw new UncheckedIOException(neverOfText);
        }
    }
}
