package org.postlotse.support;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openqa.selenium.chrome.ChromeDriver;

/** The rules of axe-core for WCAG 2.2 AA and good practice, run inside a page. */
final class Axe {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** What width and colours can change; all else hangs on the document alone. */
    private static final List<String> RULES_OF_LOOKS = List.of(
            "color-contrast",
            "target-size",
            "link-in-text-block",
            "scrollable-region-focusable",
            "empty-heading",
            "tabindex");

    private static final String AXE = axe();

    private Axe() {}

    /** Violations, and what it can not decide, one line each. */
    static List<String> barriers(ChromeDriver driver) {
        return barriers(driver, RULES);
    }

    /** As {@link #barriers}, by the rules that see widths and colours: for a page whose document has been looked at. */
    static List<String> barriersOfLook(ChromeDriver driver) {
        return barriers(driver, RULES_OF_LOOKS);
    }

    @SuppressWarnings("unchecked")
    private static List<String> barriers(ChromeDriver driver, List<String> rules) {
        if (driver.executeScript("return !window.axe") == Boolean.TRUE) driver.executeScript(AXE); // half a megabyte
        var found = driver.executeAsyncScript("""
                const told = arguments[arguments.length - 1];
                const options = {runOnly: arguments[0], resultTypes: ['violations', 'incomplete']};
                // a sign such as the three bars of a menu has no letters to measure, but the colour of the text around it
                const sign = node => node.any.some(check => check.data && check.data.messageKey === 'nonBmp');
                const heard = rules => rules.map(rule => ({...rule, nodes: rule.nodes.filter(node => !sign(node))}))
                    .filter(rule => rule.nodes.length > 0);
                const lines = (kind, rules) => rules.map(rule => kind + ' ' + rule.id + ': '
                    + rule.nodes.map(node => node.target + ' ' + node.html + ' ' + node.failureSummary).join(' | '));
                axe.run(document, options).then(
                    found => told(lines('violation', found.violations).concat(lines('incomplete', heard(found.incomplete)))),
                    broken => told(['axe broke: ' + broken]));
                """, rules);
        return (List<String>) found;
    }

    private static String axe() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) throw new IllegalStateException("axe.min.js is not on the class path");
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
