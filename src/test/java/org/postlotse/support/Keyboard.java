package org.postlotse.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** Somebody who has no mouse. */
public final class Keyboard {
    private static final int MOST = 300;

    private final Chromium browser;

    public Keyboard(Chromium browser) {
        this.browser = browser;
    }

    /**
     * A thing that can be reached.
     *
     * @param place in the page's order of reading, from 0
     * @param words what it says; of a field its label
     * @param ring whether it is seen that it has the focus
     */
    public record Reached(long place, String words, boolean ring) {}

    public Keyboard tab() {
        return press(Keys.TAB);
    }

    public Keyboard press(CharSequence... keys) {
        new Actions(browser.driver()).sendKeys(keys).perform();
        return this;
    }

    /** Goes where the focus leads, and waits until the next page is there. */
    public Keyboard enter() {
        var page = browser.driver().findElement(By.tagName("html"));
        press(Keys.ENTER);
        browser.awaitNext(page);
        return this;
    }

    /** What the tabulator reaches, from the top of a page that was just opened, until it leaves the page. */
    public List<Reached> wholePage() {
        var reached = new ArrayList<Reached>();
        for (int i = 0; i < MOST; i++) {
            tab();
            var here = here();
            if (here.place() < 0
                    || !reached.isEmpty() && here.place() == reached.getFirst().place()) return reached;
            reached.add(here);
        }
        throw new AssertionError("the tabulator never leaves " + browser.url());
    }

    /** How many things on the page can be used, whether the tabulator finds them or not. */
    public long usable() {
        return (Long) browser.ask(USABLE + " return usable.length;");
    }

    /** Goes on until something says these words. */
    public Keyboard to(String words) {
        for (int i = 0; i < MOST; i++) {
            tab();
            if (here().words().contains(words)) return this;
        }
        throw new AssertionError("the tabulator does not reach “" + words + "” on " + browser.url());
    }

    @SuppressWarnings("unchecked")
    private Reached here() {
        var told = (Map<String, Object>) browser.ask(USABLE + """
                const here = document.activeElement;
                const style = getComputedStyle(here);
                const label = here.labels && here.labels.length ? here.labels[0].textContent : '';
                return {
                    place: usable.indexOf(here),
                    words: (label || here.getAttribute('aria-label') || here.textContent).trim().replace(/\\\\s+/g, ' '),
                    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2};
                """);
        return new Reached((Long) told.get("place"), (String) told.get("words"), (Boolean) told.get("ring"));
    }

    private static final String USABLE = """
            const usable = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
                .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.disabled)
                // of a group of radio buttons the tabulator reaches the chosen one or the first, arrows the others
                .filter(one => one.type !== 'radio' || one === (
                    document.querySelector(`input[name="${one.name}"]:checked`)
                    || document.querySelector(`input[name="${one.name}"]`)));
            """;
}
