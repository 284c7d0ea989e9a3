package org.coreograph.cli;

import org.coreograph.model.Named;
import org.coreograph.model.PolicyKind;

/** Runtimes by name; each is a choice of policy. */
enum RuntimePreset implements Named {
    /** As operating systems do it: round robin, one queue. */
    OS("os", "Operating system", PolicyKind.ROUND_ROBIN);

    private final String id;
    private final String title;
    private final PolicyKind policy;

    RuntimePreset(String id, String title, PolicyKind policy) {
        this.id = id;
        this.title = title;
        this.policy = policy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    PolicyKind policy() {
        return policy;
    }
}
