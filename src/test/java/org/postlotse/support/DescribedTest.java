package org.postlotse.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a description that is not true is told. */
class DescribedTest {
    private static final Described DESCRIBED = new Described("""
            {"get": {"responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/one"}}}}, "204": {}}},
             "one": {"type": "object", "required": ["word"], "properties": {
               "word": {"type": "string", "enum": ["a", "b"]},
               "many": {"type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 9}},
               "day": {"type": ["string", "null"], "format": "date"},
               "more": {"anyOf": [{"type": "null"}, {"$ref": "#/other"}]}}},
             "other": {"type": "object", "properties": {"at": {"type": "string", "format": "date-time"}}}}
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "200 | json | {\"word\":\"a\",\"many\":[1,9],\"day\":null,\"more\":null} | ~~",
                "200 | json | {\"word\":\"a\",\"many\":[],\"day\":\"2026-11-22\",\"more\":{\"at\":\"2026-11-22T08:00:00Z\"}} | ~~",
                "204 | json | ~~ | ~~",
                "200 | json | ~~ | nothing is answered",
                "418 | json | {} | get is not said to answer 418",
                "200 | html | {} | application/html;charset=UTF-8 is not among",
                "200 | json | {\"word\":\"c\",\"many\":[],\"day\":null,\"more\":null} | $.word \"c\" is not among",
                "200 | json | {\"word\":null,\"many\":[],\"day\":null,\"more\":null} | $.word null is no [string]",
                "200 | json | {\"word\":\"a\",\"many\":[10],\"day\":null,\"more\":null} | $.many[0] 10 is too great",
                "200 | json | {\"word\":\"a\",\"many\":[0],\"day\":null,\"more\":null} | $.many[0] 0 is too small",
                "200 | json | {\"word\":\"a\",\"many\":[1.5],\"day\":null,\"more\":null} | $.many[0] 1.5 is no [integer]",
                "200 | json | {\"word\":\"a\",\"many\":[],\"day\":\"22.11.\",\"more\":null} | $.day \"22.11.\" is no \"date\"",
                "200 | json | {\"word\":\"a\",\"many\":[],\"day\":null,\"more\":{\"at\":\"8\"}} | $.more {\"at\":\"8\"} is none of",
                "200 | json | {\"many\":[],\"day\":null,\"more\":null} | $.word is missing",
                "200 | json | {\"word\":\"a\",\"many\":[],\"day\":null} | $.more is described and never comes",
                "200 | json | {\"word\":\"a\",\"many\":[],\"day\":null,\"more\":null,\"x\":1} | $.x is not described"
            })
    void is_its_first_fault(int status, String type, String body, String fault) {
        var faults = DESCRIBED.faults("/get", status, "application/" + type + ";charset=UTF-8", body);

        if (fault.isEmpty()) assertThat(faults).isEmpty();
        else assertThat(faults).first().asString().contains(fault.replace("get is", "/get is"));
    }
}
