package org.postlotse.web;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.NamespaceResolver;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** {@code {text:wizard.address.title}} in a template: the text of that key in the language and for the brand of the page's frame. */
@EngineConfiguration
public final class TextNamespace implements NamespaceResolver {
    private final Texts texts;

    @Inject
    TextNamespace(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String getNamespace() {
        return "text";
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        return context.evaluate("frame")
                .thenCompose(frame -> CompletedStage.of(new Text(texts, (Frame) frame, context.getName(), Map.of())));
    }
}
