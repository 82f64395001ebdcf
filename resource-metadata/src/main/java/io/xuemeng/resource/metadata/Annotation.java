package io.xuemeng.resource.metadata;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * A comment on the use of the resource (评注). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param entity who made it, a vCard (RFC 2426) (实体); null when absent
 * @param date when (日期); null when absent
 * @param description the comment (描述); null when absent
 * @see <a href="https://standards.ieee.org/ieee/1484.12.1/7699/">LOM 8</a>
 */
public record Annotation(
        @Nullable String entity,
        @Valid @Nullable DateTimeText date,
        @Valid @Nullable MultilingualText description) {

    /** Without the persons it names. */
    @Override
    public String toString() {
        return "Annotation[date=" + date + ", description=" + description + "]";
    }
}
