package org.postlotse.document;

import java.util.List;

/** A dictionary of an Apple property list that is being written, in the order in which it is given. */
final class Plist {
    private static final Xml.Doctype DOCTYPE =
            new Xml.Doctype("-//Apple//DTD PLIST 1.0//EN", "http://www.apple.com/DTDs/PropertyList-1.0.dtd");

    private final Xml dict = Xml.element("dict");

    Plist text(String key, String value) {
        return put(key, Xml.element("string", value));
    }

    Plist number(String key, int value) {
        return put(key, Xml.element("integer", Integer.toString(value)));
    }

    Plist yes(String key) {
        return put(key, Xml.element("true"));
    }

    Plist dictionary(String key, Plist value) {
        return put(key, value.dict);
    }

    Plist array(String key, List<Plist> values) {
        return put(
                key,
                Xml.element("array")
                        .add(values.stream().map(value -> value.dict).toList()));
    }

    private Plist put(String key, Xml value) {
        dict.add(Xml.element("key", key), value);
        return this;
    }

    byte[] document() {
        return Xml.element("plist").attribute("version", "1.0").add(dict).document(DOCTYPE);
    }
}
