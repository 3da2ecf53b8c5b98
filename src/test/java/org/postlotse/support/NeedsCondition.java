package org.postlotse.support;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.AssertionFailedError;

/** Decides whether what {@link Needs} asks for is there, before anything is started for the test. */
final class NeedsCondition implements ExecutionCondition {
    private final Function<RealPart, Optional<String>> missing;
    private final boolean inCi;
    private final Consumer<String> told;

    NeedsCondition() {
        this(RealPart::missing, RealPart.inCi(), System.out::println);
    }

    NeedsCondition(Function<RealPart, Optional<String>> missing, boolean inCi, Consumer<String> told) {
        this.missing = missing;
        this.inCi = inCi;
        this.told = told;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), Needs.class)
                .map(needs -> judge(context.getDisplayName(), needs.value()))
                .orElse(ConditionEvaluationResult.enabled("needs nothing"));
    }

    ConditionEvaluationResult judge(String test, RealPart... parts) {
        var reasons = Arrays.stream(parts)
                .map(missing)
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining("; "));
        if (reasons.isEmpty()) return ConditionEvaluationResult.enabled("all is there");
        var line = test + " did not run: " + reasons;
        if (inCi) throw new AssertionFailedError(line);
        told.accept(line);
        return ConditionEvaluationResult.disabled(line);
    }
}
