package io.xuemeng.resource.metadata;

import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a digital textbook adds to LOM (数字教材). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param types course levels (类型; 6); empty when there are none
 * @param bases what it is based on (依据; 10); empty when there are none
 * @param publicationForms how it is published (出版方式; 13); empty when there are none
 * @param publicationPlace the city it is published in (出版地; 14); null when absent
 * @param audits approvals (审核; 15); empty when there are none
 * @param applicability for whom (适用对象; 17); null when absent
 * @param prices prices (价格; 20); empty when there are none
 * @param usageRestrictions restrictions of use (使用限制; 22); null when absent
 * @see "GB/T 41469-2022 table 1"
 */
public record Textbook(
        List<VocabularyTerm> types,
        List<Basis> bases,
        List<VocabularyTerm> publicationForms,
        @Nullable String publicationPlace,
        List<@Valid Audit> audits,
        @Nullable Applicability applicability,
        List<Price> prices,
        @Nullable String usageRestrictions) {

    /** Copies the lists. */
    public Textbook {
        types = List.copyOf(types);
        bases = List.copyOf(bases);
        publicationForms = List.copyOf(publicationForms);
        audits = List.copyOf(audits);
        prices = List.copyOf(prices);
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.types.addAll(types);
        builder.bases.addAll(bases);
        builder.publicationForms.addAll(publicationForms);
        builder.publicationPlace = publicationPlace;
        builder.audits.addAll(audits);
        builder.applicability = applicability;
        builder.prices.addAll(prices);
        builder.usageRestrictions = usageRestrictions;
        return builder;
    }

    /** Builds a {@link Textbook}. Checks nothing but that nothing is null. Not thread-safe. */
    public static final class Builder {

        private final List<VocabularyTerm> types = new ArrayList<>();
        private final List<Basis> bases = new ArrayList<>();
        private final List<VocabularyTerm> publicationForms = new ArrayList<>();
        private @Nullable String publicationPlace;
        private final List<Audit> audits = new ArrayList<>();
        private @Nullable Applicability applicability;
        private final List<Price> prices = new ArrayList<>();
        private @Nullable String usageRestrictions;

        private Builder() {}

        /** Adds one of {@link Textbook#types()}. */
        public Builder type(VocabularyTerm value) {
            types.add(value);
            return this;
        }

        /** Adds one of {@link Textbook#bases()}. */
        public Builder basis(Basis value) {
            bases.add(value);
            return this;
        }

        /** Adds one of {@link Textbook#publicationForms()}. */
        public Builder publicationForm(VocabularyTerm value) {
            publicationForms.add(value);
            return this;
        }

        /** Sets {@link Textbook#publicationPlace()}; null removes it. */
        public Builder publicationPlace(@Nullable String value) {
            publicationPlace = value;
            return this;
        }

        /** Adds one of {@link Textbook#audits()}. */
        public Builder audit(Audit value) {
            audits.add(value);
            return this;
        }

        /** Sets {@link Textbook#applicability()}; null removes it. */
        public Builder applicability(@Nullable Applicability value) {
            applicability = value;
            return this;
        }

        /** Adds one of {@link Textbook#prices()}. */
        public Builder price(Price value) {
            prices.add(value);
            return this;
        }

        /** Sets {@link Textbook#usageRestrictions()}; null removes it. */
        public Builder usageRestrictions(@Nullable String value) {
            usageRestrictions = value;
            return this;
        }

        /** The Textbook. */
        public Textbook build() {
            return new Textbook(
                    types, bases, publicationForms, publicationPlace, audits, applicability, prices, usageRestrictions);
        }
    }
}
