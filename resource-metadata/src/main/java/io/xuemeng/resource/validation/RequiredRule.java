package io.xuemeng.resource.validation;

import io.xuemeng.resource.profile.Condition;
import io.xuemeng.resource.profile.ProfileRequirement;
import org.jspecify.annotations.Nullable;

/** The element must be there, always or when a condition holds. */
record RequiredRule(
        ProfileRequirement requirement, @Nullable Condition condition) {}
