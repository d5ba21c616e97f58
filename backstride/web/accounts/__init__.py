"""Who is who: people, clinics, invitations and the ways to sign in."""
