package io.xuemeng.lrs.statement;

import org.jspecify.annotations.Nullable;

/**
 * One of the choices, steps and the like of an interaction (交互组件). Immutable.
 *
 * @param id distinct within its list; responses name it
 * @param description what it says in one or more languages; null when absent
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#interaction-components">Data 2.4.4.1; IEEE
 *     9274.1.1-2023, 4.2.2.3</a>
 */
@Conforming
@Conforming(version = XapiVersion.V1_0, groups = Xapi10.class)
public record InteractionComponent(String id, @Nullable LanguageMap description) {

    /** A component with a description. */
    public static InteractionComponent of(String id, LanguageMap description) {
        return new InteractionComponent(id, description);
    }
}
