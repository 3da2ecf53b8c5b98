package org.postlotse.comparison;

import java.util.Locale;

/** How far a word is from another one. */
final class Spelling {
    private Spelling() {}

    /**
     * The least number of letters that are missing, too many, wrong, or swapped with their neighbour (optimal string
     * alignment), without regard to case.
     */
    static int distance(String one, String other) {
        int[] a = one.toLowerCase(Locale.ROOT).codePoints().toArray();
        int[] b = other.toLowerCase(Locale.ROOT).codePoints().toArray();
        var rows = new int[a.length + 1][b.length + 1];
        for (int j = 0; j <= b.length; j++) rows[0][j] = j;
        for (int i = 1; i <= a.length; i++) {
            rows[i][0] = i;
            for (int j = 1; j <= b.length; j++) {
                int replaced = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i][j] = Math.min(replaced, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
            }
        }
        return rows[a.length][b.length];
    }
}
