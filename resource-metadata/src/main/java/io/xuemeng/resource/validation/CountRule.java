package io.xuemeng.resource.validation;

import io.xuemeng.resource.profile.ProfileRequirement;

/** The element occurs so often. An element that does not occur at all is the affair of {@link RequiredRule}. */
record CountRule(ProfileRequirement requirement, int min, int max) {}
