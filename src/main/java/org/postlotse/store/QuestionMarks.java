package org.postlotse.store;

/** Counts a query's parameters: question marks that stand in no text, name or remark. */
final class QuestionMarks {
    private QuestionMarks() {}

    static int in(String sql) {
        int count = 0;
        for (int i = 0; i < sql.length(); i++) {
            char at = sql.charAt(i);
            if (at == '\'' || at == '"') i = end(sql, String.valueOf(at), i + 1);
            else if (sql.startsWith("--", i)) i = end(sql, "\n", i + 2);
            else if (sql.startsWith("/*", i)) i = end(sql, "*/", i + 2) + 1;
            else if (at == '?') count++;
        }
        return count;
    }

    private static int end(String sql, String mark, int from) {
        int end = sql.indexOf(mark, from);
        return end < 0 ? sql.length() : end;
    }
}
