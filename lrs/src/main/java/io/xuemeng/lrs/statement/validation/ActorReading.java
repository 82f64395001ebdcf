package io.xuemeng.lrs.statement.validation;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading found of a document that is an agent or a group, as the parameter {@code agent} is.
 *
 * @param findings what is wrong with it; empty when there is nothing
 * @param actor the record; null when it is not valid
 */
public record ActorReading(List<Finding> findings, @Nullable Actor actor) {}
