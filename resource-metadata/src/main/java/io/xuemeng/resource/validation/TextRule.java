package io.xuemeng.resource.validation;

import io.xuemeng.core.code.AreaCode;
import io.xuemeng.core.code.Iri;
import io.xuemeng.core.code.LanguageTag;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.resource.requirement.MetadataRequirement;
import io.xuemeng.resource.vocabulary.Vocabularies;
import io.xuemeng.resource.vocabulary.Vocabulary;
import java.util.Map;
import java.util.Optional;

/** What the text of an element must be, whatever the profile. */
enum TextRule {
    ANY {
        @Override
        void check(String text, Reporter reporter) {
            // Any text will do.
        }
    },
    LANGUAGE {
        @Override
        void check(String text, Reporter reporter) {
            if (LanguageTag.isValid(text)) {
                return;
            }
            Optional<String> repaired = LanguageTag.repair(text);
            if (repaired.isPresent() && text.indexOf('_') >= 0) {
                reporter.report(value(reporter, MetadataRequirement.LANGUAGE_TAG_UNDERSCORE, text)
                        .with("suggestion", repaired.get()));
            } else {
                reporter.report(value(reporter, MetadataRequirement.LANGUAGE_TAG_MALFORMED, text));
            }
        }
    },
    ADDRESS {
        @Override
        void check(String text, Reporter reporter) {
            // A path relative to the package is an address, too; below a host it must be an IRI.
            if (!Iri.isValid(text) && (hasScheme(text) || !Iri.isValid("https://example.org/" + text))) {
                reporter.report(value(reporter, MetadataRequirement.ADDRESS_NOT_IRI, text));
            }
        }
    },
    SIZE {
        @Override
        void check(String text, Reporter reporter) {
            if (!isDigits(text, 0, text.length())) {
                reporter.report(value(reporter, MetadataRequirement.SIZE_NOT_DIGITS, text));
            }
        }
    },
    FORMAT {
        @Override
        void check(String text, Reporter reporter) {
            if (!MediaType.isValid(text) && !text.equals("non-digital")) {
                reporter.report(value(reporter, MetadataRequirement.FORMAT_NOT_MEDIA_TYPE, text));
            }
        }
    },
    ENTITY {
        @Override
        void check(String text, Reporter reporter) {
            EntityCheck.check(text, reporter);
        }
    },
    AIGC_LABEL {
        @Override
        void check(String text, Reporter reporter) {
            if (!text.equals("1") && !text.equals("2") && !text.equals("3")) {
                reporter.report(value(reporter, MetadataRequirement.AIGC_LABEL_VALUE, text));
            }
        }
    },
    LICENCE {
        @Override
        void check(String text, Reporter reporter) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean allowed = (c >= '0' && c <= '9')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= 'a' && c <= 'z')
                        || c == '-'
                        || c == '.'
                        || c == '+';
                if (!allowed) {
                    Vocabulary spdx = Vocabularies.bundled().find("spdx").orElseThrow();
                    reporter.report(value(reporter, MetadataRequirement.LICENCE_IDENTIFIER, text)
                            .with("allowed", spdx.nearest(text)));
                    return;
                }
            }
        }
    },
    AMOUNT {
        @Override
        void check(String text, Reporter reporter) {
            int point = text.indexOf('.');
            int decimals = point < 0 ? 0 : text.length() - point - 1;
            boolean number = point < 0
                    ? isDigits(text, 0, text.length())
                    : isDigits(text, 0, point) && decimals <= 2 && isDigits(text, point + 1, text.length());
            if (!number) {
                reporter.report(value(reporter, MetadataRequirement.PRICE_AMOUNT, text));
            }
        }
    },
    REGION {
        @Override
        void check(String text, Reporter reporter) {
            if (isDigits(text, 0, text.length()) && !AreaCode.isValid(text)) {
                reporter.report(value(reporter, MetadataRequirement.REGION_CODE, text));
            }
        }
    },
    INTEGER {
        @Override
        void check(String text, Reporter reporter) {
            if (!isDigits(text, 0, text.length())) {
                reporter.report(value(reporter, MetadataRequirement.REPRINT_NUMBER, text));
            }
        }
    };

    private static final Map<String, TextRule> BY_PATH = Map.ofEntries(
            Map.entry("general.language", LANGUAGE),
            Map.entry("metaMetadata.language", LANGUAGE),
            Map.entry("educational.language", LANGUAGE),
            Map.entry("technical.location", ADDRESS),
            Map.entry("rights.licence.uri", ADDRESS),
            Map.entry("technical.size", SIZE),
            Map.entry("technical.format", FORMAT),
            Map.entry("lifeCycle.contribute.entity", ENTITY),
            Map.entry("metaMetadata.contribute.entity", ENTITY),
            Map.entry("annotation.entity", ENTITY),
            Map.entry("aigc.label", AIGC_LABEL),
            Map.entry("rights.licence.identifier", LICENCE),
            Map.entry("textbook.price.amount", AMOUNT),
            Map.entry("textbook.applicability.region", REGION),
            Map.entry("textbook.basis.reprintNumber", INTEGER));

    /** The rule for an element by its path without positions. */
    static TextRule of(String path) {
        return BY_PATH.getOrDefault(path, ANY);
    }

    /** Judges a text that is not blank. */
    abstract void check(String text, Reporter reporter);

    private static Finding.Builder value(Reporter reporter, Requirement requirement, String text) {
        return reporter.of(requirement).with("value", text);
    }

    /** Whether a text begins as an absolute IRI does: a letter, letters and digits, a colon. */
    private static boolean hasScheme(String text) {
        int colon = text.indexOf(':');
        for (int i = 0; i < colon; i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (i == 0 || (!(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.'))) {
                return false;
            }
        }
        return colon > 0;
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return from < to;
    }
}
