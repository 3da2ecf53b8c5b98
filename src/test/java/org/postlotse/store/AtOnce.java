package org.postlotse.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Many who ask for the same at the same time, as nodes do. */
final class AtOnce {
    static final int MANY = 8;

    private AtOnce() {}

    /** One of them. */
    interface Asked<T> {
        T by(int number) throws Exception;
    }

    /** What each of them is answered. */
    static <T> List<T> many(Asked<T> asked) throws Exception {
        try (var all = Executors.newFixedThreadPool(MANY)) {
            var calls = new ArrayList<Callable<T>>();
            for (int i = 0; i < MANY; i++) {
                int number = i;
                calls.add(() -> asked.by(number));
            }
            var answers = new ArrayList<T>();
            for (var answer : all.invokeAll(calls)) answers.add(answer.get());
            return answers;
        }
    }
}
