package io.xuemeng.conformance.junit;

import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.result.TestResult;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Hands a test what it asks for, runs it when the platform declares what it is about, and records its verdict. Whatever a test
 * throws that is no verdict is a fault of the kit: nothing can be told then, and never is it a pass.
 */
final class ConformanceExtension implements ParameterResolver, InvocationInterceptor {

    private static final ExtensionContext.Namespace SPACE =
            ExtensionContext.Namespace.create(ConformanceExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Check.class
                || type == Workspace.class
                || type == Executions.of(context).kit().subject();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Check.class) {
            return check(context);
        }
        Execution execution = Executions.of(context);
        return type == Workspace.class ? execution.workspace() : execution.subject();
    }

    private static Check check(ExtensionContext context) {
        return context.getStore(SPACE).getOrComputeIfAbsent(Check.class, key -> new Check(), Check.class);
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        String id = method.getExecutable().getAnnotation(ConformanceTest.class).value();
        Execution execution = Executions.of(context);
        List<AuditEntry> entries = execution.entries(Executions.name(context));
        for (AuditEntry entry : entries) {
            if (entry.id().equals(id)) {
                run(invocation, entry, execution, context);
                return;
            }
        }
        invocation.skip(); // not among the ids that were selected
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        for (Object argument : method.getArguments()) {
            if (argument instanceof AuditEntry entry) {
                run(invocation, entry, Executions.of(context), context);
                return;
            }
        }
        invocation.skip();
        throw new IllegalStateException(Executions.name(context) + " takes no AuditEntry, so it cannot know its id");
    }

    private static void run(
            Invocation<@Nullable Void> invocation, AuditEntry entry, Execution execution, ExtensionContext context)
            throws Throwable {
        String test = Executions.name(context);
        if (!execution.applies(entry)) {
            invocation.skip();
            Bilingual reason = Texts.of("inapplicable", String.join(", ", entry.features()));
            execution.record(entry.id(), new TestResult(test, Verdict.INAPPLICABLE, 0, 0, reason, List.of()));
            return;
        }
        long start = System.nanoTime();
        Check check = check(context);
        @Nullable Bilingual trouble = null;
        try {
            invocation.proceed();
        } catch (NoAnswerException e) {
            trouble = e.reason();
        } catch (Throwable e) {
            trouble = Texts.of("kit.fault", e.toString());
            if (e instanceof VirtualMachineError || e instanceof InterruptedException) {
                throw e;
            }
        } finally {
            execution.record(entry.id(), result(test, check, trouble, (System.nanoTime() - start) / 1_000_000));
        }
    }

    private static TestResult result(String test, Check check, @Nullable Bilingual trouble, long millis) {
        Verdict verdict = check.verdict();
        Bilingual reason = check.cannotTell();
        if (trouble != null && verdict != Verdict.FAILED) {
            verdict = Verdict.CANNOT_TELL;
            reason = trouble;
        } else if (check.checks() == 0) {
            verdict = Verdict.CANNOT_TELL;
            reason = Texts.of("kit.nothing");
        }
        return new TestResult(
                test,
                verdict,
                millis,
                check.checks(),
                verdict == Verdict.CANNOT_TELL ? reason : null,
                check.exchanges());
    }
}
