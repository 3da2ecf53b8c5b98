package org.postlotse.web;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolver;
import java.util.concurrent.CompletionStage;

/**
 * What is not there has no properties. Without this, Qute (3.34) takes those of its own note that it is not there:
 * {@code {customer.name}} prints “customer” where there is no customer.
 */
@EngineConfiguration
public final class NothingResolver implements ValueResolver {
    /** After those that know what to do with nothing, such as {@code ?:}, and before reflection. */
    @Override
    public int getPriority() {
        return ValueResolver.super.getPriority() - 1;
    }

    @Override
    public boolean appliesTo(EvalContext context) {
        return context.getBase() instanceof Results.NotFound;
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        var missing = (Results.NotFound) context.getBase();
        return CompletedStage.failure(new TemplateException(missing.asMessage()));
    }
}
