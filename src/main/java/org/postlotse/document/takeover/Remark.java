package org.postlotse.document.takeover;

/**
 * Something in a file that an operator should know of.
 *
 * @param line of the file, counted from 1
 * @param sentence what was not taken over, or taken over otherwise, and why
 */
public record Remark(int line, String sentence) {
    @Override
    public String toString() {
        return "Line " + line + ": " + sentence;
    }
}
