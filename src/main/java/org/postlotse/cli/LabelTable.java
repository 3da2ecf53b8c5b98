package org.postlotse.cli;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.postlotse.guide.LabelReport;

/**
 * How well mail programs' words are known, as a terminal shows it.
 *
 * @param now the month by which checks are old or not
 */
record LabelTable(YearMonth now, List<LabelReport> programs) {
    LabelTable {
        programs = List.copyOf(programs);
    }

    String text() {
        var text = new StringBuilder();
        line(text, "V program's source · A vendor's page · D guide by people · MT guide by machine · K from memory");
        line(text, "");
        line(
                text,
                "%-24s %5s %5s %5s %5s %5s %6s %6s %8s",
                "program",
                "V",
                "A",
                "D",
                "MT",
                "K",
                "all",
                "old",
                "undated");
        for (var program : programs) row(text, program.program(), List.of(program));
        row(text, "all", programs);
        for (var program : programs) {
            if (program.due().isEmpty()) continue;
            line(text, "");
            line(text, "%s: to be seen on a device", program.program());
            program.due().forEach(entry -> line(text, "  %-28s %-3s %-2s %-7s %s", values(entry)));
        }
        return text.toString();
    }

    private static Object[] values(LabelReport.Entry entry) {
        return new Object[] {
            entry.key(),
            entry.language(),
            entry.source(),
            entry.checked().isEmpty() ? "-" : entry.checked(),
            entry.text()
        };
    }

    private static void row(StringBuilder text, String name, List<LabelReport> programs) {
        var cells = new StringBuilder();
        sum(programs).values().forEach(count -> cells.append(String.format(Locale.ROOT, " %5d", count)));
        line(
                text,
                "%-24s%s %6d %6d %8d",
                name,
                cells,
                count(programs, entry -> true),
                count(programs, LabelReport.Entry::old),
                count(programs, LabelReport.Entry::undated));
    }

    private static Map<String, Long> sum(List<LabelReport> programs) {
        var sum = new LinkedHashMap<String, Long>();
        programs.forEach(program -> program.sources().forEach((source, count) -> sum.merge(source, count, Long::sum)));
        return sum;
    }

    private static long count(List<LabelReport> programs, Predicate<LabelReport.Entry> which) {
        return programs.stream().mapToLong(program -> program.count(which)).sum();
    }

    Map<String, Object> map() {
        var map = new LinkedHashMap<String, Object>();
        map.put("month", now.toString());
        map.put("programs", programs.stream().map(LabelTable::map).toList());
        return map;
    }

    private static Map<String, Object> map(LabelReport program) {
        var map = new LinkedHashMap<String, Object>();
        map.put("program", program.program());
        map.put("labels", program.labels().size());
        map.put("sources", program.sources());
        map.put("unverified", program.count(LabelReport.Entry::unverified));
        map.put("old", program.count(LabelReport.Entry::old));
        map.put("undated", program.count(LabelReport.Entry::undated));
        map.put("due", program.due());
        return map;
    }

    private static void line(StringBuilder text, String form, Object... values) {
        text.append(String.format(Locale.ROOT, form, values)).append('\n');
    }
}
