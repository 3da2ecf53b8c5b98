package org.postlotse.guide;

import java.util.Locale;

/**
 * A value that the customer sets, as a row of the table below the drawing.
 *
 * @param number its mark in the drawing, 1 to 4
 * @param label the field's name in the program
 * @param labelLang the language of that name
 * @param value what it is to be
 * @param valueLang the language of the value, where it is a word
 * @param control what the value sits in
 * @param copyable whether the value is the customer's own and typed in
 * @param action what to do; for what can be copied the text of its button
 */
public record ValueRow(
        int number,
        String label,
        Locale labelLang,
        String value,
        Locale valueLang,
        Control control,
        boolean copyable,
        Phrase action) {}
