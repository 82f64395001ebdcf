package io.xuemeng.conformance.result;

import io.xuemeng.conformance.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a platform was asked, and what became of it. Credentials and personal data are taken out before it is
 * recorded. Immutable.
 *
 * @param sent what the platform was given
 * @param expected what it must answer
 * @param received what it answered
 * @param replay a command that asks the same again; null when there is none
 */
public record Exchange(
        Bilingual sent,
        Bilingual expected,
        Bilingual received,
        @Nullable String replay) {}
