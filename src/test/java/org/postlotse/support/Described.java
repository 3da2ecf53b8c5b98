package org.postlotse.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** An OpenAPI description, held against what is really answered: nothing may be undescribed, nothing described otherwise. */
public final class Described {
    private final JsonNode api;

    public Described(String description) {
        api = tree(description);
    }

    /** What is wrong with an answer, one line each. */
    public List<String> faults(String operation, int status, String type, String body) {
        var response = api.at(operation).path("responses").path(Integer.toString(status));
        if (response.isMissingNode()) return List.of(operation + " is not said to answer " + status);
        var content = response.path("content");
        if (body.isEmpty()) return content.isEmpty() ? List.of() : List.of("nothing is answered");
        var media = content.path(type.replaceFirst(";.*", ""));
        if (media.isMissingNode()) return List.of(type + " is not among " + content);
        var faults = new ArrayList<String>();
        compare(media.path("schema"), tree(body), "$", faults);
        return faults;
    }

    private void compare(JsonNode schema, JsonNode value, String at, List<String> faults) {
        if (schema.has("$ref")) {
            compare(api.at(schema.get("$ref").asText().substring(1)), value, at, faults);
            return;
        }
        if (schema.has("anyOf")) {
            if (each(schema.get("anyOf")).stream().noneMatch(one -> fits(one, value)))
                faults.add(at + " " + value + " is none of " + schema);
            return;
        }
        var types = each(schema.path("type")).stream().map(JsonNode::asText).toList();
        if (!types.contains(type(value))) faults.add(at + " " + value + " is no " + types);
        else if (value.isObject()) fields(schema, value, at, faults);
        else if (value.isArray())
            for (int i = 0; i < value.size(); i++)
                compare(schema.path("items"), value.get(i), at + "[" + i + "]", faults);
        else if (!value.isNull()) simple(schema, value, at, faults);
    }

    private boolean fits(JsonNode schema, JsonNode value) {
        var faults = new ArrayList<String>();
        compare(schema, value, "", faults);
        return faults.isEmpty();
    }

    private void fields(JsonNode schema, JsonNode value, String at, List<String> faults) {
        var described = schema.path("properties");
        value.properties().forEach(field -> {
            var name = field.getKey();
            if (described.has(name)) compare(described.get(name), field.getValue(), at + "." + name, faults);
            else faults.add(at + "." + name + " is not described");
        });
        each(schema.path("required")).stream()
                .filter(name -> !value.has(name.asText()))
                .forEach(name -> faults.add(at + "." + name.asText() + " is missing"));
        described.fieldNames().forEachRemaining(name -> {
            if (!value.has(name)) faults.add(at + "." + name + " is described and never comes");
        });
    }

    private static void simple(JsonNode schema, JsonNode value, String at, List<String> faults) {
        if (schema.has("enum") && !each(schema.get("enum")).contains(value))
            faults.add(at + " " + value + " is not among " + schema.get("enum"));
        if (schema.has("minimum") && value.asLong() < schema.get("minimum").asLong())
            faults.add(at + " " + value + " is too small");
        if (schema.has("maximum") && value.asLong() > schema.get("maximum").asLong())
            faults.add(at + " " + value + " is too great");
        try {
            switch (schema.path("format").asText()) {
                case "date-time" -> Instant.parse(value.asText());
                case "date" -> LocalDate.parse(value.asText());
                default -> {}
            }
        } catch (DateTimeParseException other) {
            faults.add(at + " " + value + " is no " + schema.get("format"));
        }
    }

    private static String type(JsonNode value) {
        return value.isIntegralNumber() ? "integer" : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    /** A list's elements, or the one thing that is no list. */
    private static List<JsonNode> each(JsonNode some) {
        if (some.isMissingNode()) return List.of();
        return some.isArray() ? StreamSupport.stream(some.spliterator(), false).toList() : List.of(some);
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
