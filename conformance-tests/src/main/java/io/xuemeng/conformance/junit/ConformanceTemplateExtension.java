package io.xuemeng.conformance.junit;

import io.xuemeng.conformance.audit.AuditEntry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a test once for each requirement under which the audit names it. */
final class ConformanceTemplateExtension implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return Executions.of(context).entries(Executions.name(context)).stream().map(Invocation::new);
    }

    @Override
    public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
        return true; // of a selection of ids, none may be this test's
    }

    private record Invocation(AuditEntry entry) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return entry.id();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new EntryResolver(entry));
        }
    }

    /** Hands the test the requirement it is run for. */
    record EntryResolver(AuditEntry entry) implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == AuditEntry.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return entry;
        }
    }
}
