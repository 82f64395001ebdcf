package io.xuemeng.resource.metadata;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to a resource or a record, and when (贡献). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param role the kind of contribution (角色); null when absent
 * @param entities the contributors as vCards (RFC 2426), most relevant first (实体); empty when there are none
 * @param date when (日期); null when absent
 * @see <a href="https://standards.ieee.org/ieee/1484.12.1/7699/">LOM 2.3</a>
 */
public record Contribute(
        @Nullable VocabularyTerm role,
        List<String> entities,
        @Valid @Nullable DateTimeText date) {

    /** Copies the lists. */
    public Contribute {
        entities = List.copyOf(entities);
    }

    /** Without the persons it names. */
    @Override
    public String toString() {
        return "Contribute[role=" + role + ", entities=" + entities.size() + ", date=" + date + "]";
    }
}
