package io.xuemeng.core.requirement;

/**
 * What is fixed of a requirement beside its texts.
 *
 * @param id see {@link Requirement#id()}
 * @param level see {@link Requirement#level()}
 * @param severity see {@link Requirement#severity()}
 * @param source see {@link Requirement#source()}
 * @param grouped see {@link Requirement#grouped()}
 */
public record Rule(String id, Level level, Severity severity, String source, boolean grouped) {

    /** A rule whose findings are listed one by one. */
    public Rule(String id, Level level, Severity severity, String source) {
        this(id, level, severity, source, false);
    }
}
