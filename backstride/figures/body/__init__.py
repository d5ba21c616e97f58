"""The person in the pictures: joints and their limits, the shape of the skin, named places on it, and target muscles."""
