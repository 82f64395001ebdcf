package io.xuemeng.conformance.relyingparty;

import java.util.List;

/**
 * The form with which a learning platform sends somebody to a tool (LTI 1.3, 5.1), and what the tool knows of it. Immutable.
 *
 * @param state of the form
 * @param expectedState the one that was sent with the request from this browser
 * @param deployments the installations of the tool in that platform that are known
 * @param tool the tool's own address, below which everything it offers stands
 */
public record LaunchForm(String state, String expectedState, List<String> deployments, String tool) {

    /** Copies the list. */
    public LaunchForm {
        deployments = List.copyOf(deployments);
    }

    /** The same with another state in the form. */
    LaunchForm withState(String other) {
        return new LaunchForm(other, expectedState, deployments, tool);
    }

    /** The same when another state was sent. */
    LaunchForm withExpectedState(String other) {
        return new LaunchForm(state, other, deployments, tool);
    }
}
