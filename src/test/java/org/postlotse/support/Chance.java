package org.postlotse.support;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Chance for tests that try thousands of cases: the seed stands in every failure's message, and {@code -Dseed=…} plays
 * the same cases again.
 */
public final class Chance {
    private final long seed;
    private final Random random;

    private Chance(long seed) {
        this.seed = seed;
        random = new Random(seed);
    }

    public static Chance fresh() {
        return new Chance(Long.getLong("seed", System.nanoTime()));
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** Whether something happens that happens in so many of a hundred cases. */
    public boolean percent(int share) {
        return random.nextInt(100) < share;
    }

    @SafeVarargs
    public final <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    public <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** So many things, each made for its number. */
    public <T> List<T> list(int least, int most, IntFunction<T> make) {
        return IntStream.range(0, least + random.nextInt(most - least + 1))
                .mapToObj(make)
                .toList();
    }

    /** Characters of an alphabet, in a row. */
    public String word(String alphabet, int least, int most) {
        var characters = alphabet.codePoints().toArray();
        var word = new StringBuilder();
        int length = least + random.nextInt(most - least + 1);
        for (int i = 0; i < length; i++) word.appendCodePoint(characters[random.nextInt(characters.length)]);
        return word.toString();
    }

    /** So many cases, each told with the seed where it fails. */
    public <T> void cases(int many, Function<Chance, T> make, java.util.function.Consumer<T> check) {
        for (int i = 0; i < many; i++) {
            var made = make.apply(this);
            try {
                check.accept(made);
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("case " + i + " of -Dseed=" + seed + ": " + made, failed);
            }
        }
    }
}
