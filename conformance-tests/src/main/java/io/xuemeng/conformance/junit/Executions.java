package io.xuemeng.conformance.junit;

import io.xuemeng.conformance.audit.Role;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;

/** Hands the executions of a run to its tests, through the store of the session, so that runs side by side do not meet. */
public final class Executions {

    private static final String SPACE = "io.xuemeng.conformance";

    private Executions() {}

    /** Puts an execution where the tests of its role find it. */
    public static void put(LauncherSession session, Execution execution) {
        session.getStore().put(Namespace.create(SPACE), execution.kit().role(), execution);
    }

    /** The execution that a test belongs to. */
    static Execution of(ExtensionContext context) {
        ForRole role = context.getRequiredTestClass().getAnnotation(ForRole.class);
        if (role == null) {
            throw new IllegalStateException(context.getRequiredTestClass() + " has no @ForRole");
        }
        return of(context, role.value());
    }

    private static Execution of(ExtensionContext context, Role role) {
        Execution execution = context.getStore(StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create(SPACE))
                .get(role, Execution.class);
        if (execution == null) {
            throw new IllegalStateException("the tests of the kit are run by the kit, which knows the platform: extend"
                    + " io.xuemeng.conformance.PlatformConformance, or run xuemeng-conformance.jar");
        }
        return execution;
    }

    /** The name by which the audit knows a test. */
    static String name(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName()
                + '.'
                + context.getRequiredTestMethod().getName();
    }
}
