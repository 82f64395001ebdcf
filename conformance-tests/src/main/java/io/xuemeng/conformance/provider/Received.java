package io.xuemeng.conformance.provider;

import io.xuemeng.conformance.http.HttpQuestion;

/** A request that a sender made, and the status it was given. Immutable. */
record Received(HttpQuestion question, int status) {}
