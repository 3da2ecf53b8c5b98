package org.postlotse.web;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ValueResolver;
import java.util.concurrent.CompletionStage;

/**
 * What may follow a text in a template: the next part of its key, {@code .at(key)} with a key chosen at run time, and
 * {@code .with('name', value)}, which fills a placeholder.
 */
@EngineConfiguration
public final class TextResolver implements ValueResolver {
    @Override
    public boolean appliesTo(EvalContext context) {
        return context.getBase() instanceof Text;
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        var text = (Text) context.getBase();
        var parameters = context.getParams();
        return switch (parameters.size()) {
            case 0 -> CompletedStage.of(text.at(context.getName()));
            case 1 -> context.evaluate(parameters.getFirst()).thenApply(child -> text.at(child.toString()));
            default ->
                context.evaluate(parameters.getFirst())
                        .thenCombine(
                                context.evaluate(parameters.get(1)),
                                (name, value) -> text.with(name.toString(), value.toString()));
        };
    }
}
