package org.postlotse.guide;

/**
 * The words around a table of values that are the same in every step.
 *
 * @param values the table's caption
 * @param field the heading over the fields' names
 * @param yourValue the heading over the values
 * @param how the heading over what to do
 * @param type what to do with a value where nothing can be copied
 * @param unverified a remark for steps whose labels have not been seen on a device
 */
public record StepWords(String values, String field, String yourValue, String how, String type, String unverified) {
    static StepWords of(Wording wording) {
        return new StepWords(
                wording.say(Word.VALUES),
                wording.say(Word.FIELD),
                wording.say(Word.YOUR_VALUE),
                wording.say(Word.HOW),
                wording.say(Word.TYPE),
                wording.say(Word.UNVERIFIED));
    }
}
